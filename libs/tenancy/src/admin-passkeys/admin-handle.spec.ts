import fc from 'fast-check';
import { adminHandle, readAdminHandle } from './admin-handle.js';

const handleText = (handle: Uint8Array) => Buffer.from(handle).toString('base64url');

test('a handle leads back to its administrator', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.option(fc.uuid()), (tenantId, adminTokenId) => {
      const handle = adminHandle({ tenantId, adminTokenId });
      expect(handle).toHaveLength(32);
      expect(readAdminHandle(handleText(handle))).toEqual({ tenantId, adminTokenId });
    }),
  );
});

test('other handles belong to no administrator', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      fc.pre(bytes.length !== 32);
      expect(readAdminHandle(handleText(bytes))).toBeUndefined();
    }),
  );
});
