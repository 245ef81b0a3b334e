/** RFC 7644 §3.12, table 9; the last three are of RFC 9865 §2.1. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'
  | 'invalidCursor'
  | 'expiredCursor'
  | 'invalidCount';

const ERROR_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** The error message of RFC 7644 §3.12; `status` is a string there. */
export interface ScimErrorBody {
  schemas: [typeof ERROR_SCHEMA];
  status: string;
  scimType?: ScimType;
  detail: string;
}

/** A SCIM error response; the client's administrator reads `detail` (Okta shows it). */
export class ScimError extends Error {
  override readonly name = 'ScimError';

  constructor(
    readonly status: number,
    readonly detail: string,
    readonly scimType?: ScimType,
  ) {
    super(detail);
  }

  toBody(): ScimErrorBody {
    return {
      schemas: [ERROR_SCHEMA],
      status: String(this.status),
      ...(this.scimType && { scimType: this.scimType }),
      detail: this.detail,
    };
  }

  static invalidFilter(detail: string): ScimError {
    return new ScimError(400, detail, 'invalidFilter');
  }

  static tooMany(detail: string): ScimError {
    return new ScimError(400, detail, 'tooMany');
  }

  static uniqueness(detail: string): ScimError {
    return new ScimError(409, detail, 'uniqueness');
  }

  static mutability(detail: string): ScimError {
    return new ScimError(400, detail, 'mutability');
  }

  static invalidSyntax(detail: string): ScimError {
    return new ScimError(400, detail, 'invalidSyntax');
  }

  static invalidPath(detail: string): ScimError {
    return new ScimError(400, detail, 'invalidPath');
  }

  static noTarget(detail: string): ScimError {
    return new ScimError(400, detail, 'noTarget');
  }

  static invalidValue(detail: string): ScimError {
    return new ScimError(400, detail, 'invalidValue');
  }

  static invalidVers(detail: string): ScimError {
    return new ScimError(400, detail, 'invalidVers');
  }

  static sensitive(detail: string): ScimError {
    return new ScimError(403, detail, 'sensitive');
  }

  /** RFC 9865 §2.1 */
  static invalidCursor(detail: string): ScimError {
    return new ScimError(400, detail, 'invalidCursor');
  }

  static expiredCursor(detail: string): ScimError {
    return new ScimError(400, detail, 'expiredCursor');
  }

  static invalidCount(detail: string): ScimError {
    return new ScimError(400, detail, 'invalidCount');
  }

  static unauthorized(detail: string): ScimError {
    return new ScimError(401, detail);
  }

  static forbidden(detail: string): ScimError {
    return new ScimError(403, detail);
  }

  static notFound(detail: string): ScimError {
    return new ScimError(404, detail);
  }

  static conflict(detail: string): ScimError {
    return new ScimError(409, detail);
  }

  /** RFC 7644 §3.14: If-Match named another version. */
  static preconditionFailed(detail: string): ScimError {
    return new ScimError(412, detail);
  }

  static payloadTooLarge(detail: string): ScimError {
    return new ScimError(413, detail);
  }

  static tooManyRequests(detail: string): ScimError {
    return new ScimError(429, detail);
  }

  static notImplemented(detail: string): ScimError {
    return new ScimError(501, detail);
  }
}
