/** Result of a SCIM operation, independent of HTTP: routes send it, bulk collects it. */
export interface ScimAnswer {
  status: 200 | 201 | 204 | 304;
  /** Id of the resource, where there is one. */
  id?: string;
  /** Sent as a header, except after DELETE. */
  location?: string;
  /** ETag of the resource. */
  etag?: string;
  /** JSON text, in pieces when it is long. */
  body?: string | AsyncIterable<string>;
}
