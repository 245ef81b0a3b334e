import { HostCookie } from './host-cookie.js';

const UNTIL = new Date('2026-01-01T00:00:00Z');

it('is bound to the host over https', () => {
  const cookie = new HostCookie('rollcall_me', 'https://id.acme.example');
  expect(cookie.make('value', UNTIL)).toBe(
    '__Host-rollcall_me=value; Expires=Thu, 01 Jan 2026 00:00:00 GMT; Path=/; HttpOnly; SameSite=Lax; Secure',
  );
  expect(cookie.read('a=1; __Host-rollcall_me=value; b=2')).toBe('value');
  expect(cookie.read('rollcall_me=value')).toBeUndefined();
});

it('works over http on this machine, and is removed by an empty value', () => {
  const cookie = new HostCookie('rollcall_me', 'http://localhost:3000');
  expect(cookie.cleared()).toBe('rollcall_me=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; HttpOnly; SameSite=Lax');
  expect(cookie.read('rollcall_me=value')).toBe('value');
  expect(cookie.read('rollcall_me=')).toBeUndefined();
  expect(cookie.read(undefined)).toBeUndefined();
});
