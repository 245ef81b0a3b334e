/**
 * Every MUST, SHALL and REQUIRED of RFC 7644 §2, §3 and §4 that applies to a service provider, and the operators of
 * table 3, in the RFC's words ("…" marks omitted text). If a sentence applies to the client's message, the service
 * provider must refuse a message that violates it. Each obligation has a test case in tables/.
 */
export const OBLIGATIONS = {
  '2-1':
    'a SCIM service provider SHALL indicate supported HTTP authentication schemes via the "WWW-Authenticate" header',
  '2-2': 'MUST be able to map the authenticated client to an access control policy',

  '3.1-1': 'a "schemas" attribute with a URI whose namespace prefix MUST begin with "urn:ietf:params:scim:api:"',
  '3.1-2': 'SCIM message schemas … SHALL NOT be discoverable using the "/Schemas" endpoint',
  '3.1-3': 'SCIM responses SHALL reflect resource state as interpreted by the SCIM service provider',
  '3.2-1': 'PUT MUST NOT be used to create new resources (table 1)',

  '3.3-1': 'The server SHALL process attributes according to the following mutability rules',
  '3.3-2': 'attributes whose mutability is "readOnly" … SHALL be ignored',
  '3.3-3': 'an HTTP response SHALL be returned with HTTP status code 201 (Created)',
  '3.3-4': 'The URI … SHALL include, in the HTTP "Location" header and the HTTP body, … the attribute "meta.location"',
  '3.3-5': 'MUST return HTTP status code 409 (Conflict) with a "scimType" error code of "uniqueness"',
  '3.3.1-1':
    '"resourceType" SHALL be set by the HTTP service provider to the corresponding resource type for the endpoint',

  '3.4.2-1': 'Responses MUST be identified using … "urn:ietf:params:scim:api:messages:2.0:ListResponse"',
  '3.4.2-2': 'totalResults … REQUIRED',
  '3.4.2-3': 'Resources … REQUIRED if "totalResults" is non-zero',
  '3.4.2-4': 'startIndex … REQUIRED when partial results are returned due to pagination',
  '3.4.2-5': 'itemsPerPage … REQUIRED when partial results are returned due to pagination',
  '3.4.2-6': 'A query that does not return any matches SHALL return success … with "totalResults" set to a value of 0',
  '3.4.2.1-1': 'all resources within the server SHALL be included, subject to filtering',
  '3.4.2.1-2': 'filters MUST be processed as outlined in Section 3.4.2.2',
  '3.4.2.1-3':
    'attributes that are not part of a particular resource type … SHALL treat … as if there is no attribute value',

  '3.4.2.2-1': 'only those resources matching the filter expression SHALL be returned',
  '3.4.2.2-2': 'The filter parameter MUST contain at least one valid expression',
  '3.4.2.2-3': 'Each expression MUST contain an attribute name followed by an attribute operator and optional value',
  '3.4.2.2-4': 'eq: The attribute and operator values must be identical for a match',
  '3.4.2.2-5': 'co: The entire operator value must be a substring of the attribute value',
  '3.4.2.2-6': 'sw: … starting at the beginning of the attribute value',
  '3.4.2.2-7': 'ew: … matching at the end of the attribute value',
  '3.4.2.2-8': 'gt: Boolean and Binary attributes SHALL cause a failed response … "invalidFilter"',
  '3.4.2.2-9': 'ge: Boolean and Binary attributes SHALL cause a failed response … "invalidFilter"',
  '3.4.2.2-10': 'lt: Boolean and Binary attributes SHALL cause a failed response … "invalidFilter"',
  '3.4.2.2-11': 'le: Boolean and Binary attributes SHALL cause a failed response … "invalidFilter"',
  '3.4.2.2-12': '[ ]: expressions MUST be applied to the same value of a parent attribute',
  '3.4.2.2-13': 'The expression within square brackets … MUST be … based upon sub-attributes of the parent attribute',
  '3.4.2.2-14': 'SCIM filters MUST conform to the following ABNF',
  '3.4.2.2-15': 'Filters MUST be evaluated using the following order of operations',
  '3.4.2.2-16': 'For complex attributes, a fully qualified sub-attribute MUST be specified',
  '3.4.2.2-17': 'to a defaulted attribute, … SHALL use the value that was returned to the client',
  '3.4.2.2-18': 'MUST decline to filter results if the specified filter operation is not recognized … "invalidFilter"',
  '3.4.2.2-19': 'the case sensitivity for String type attributes SHALL be determined by … "caseExact"',

  '3.4.2.3-1': '"sortBy" … the attribute whose value SHALL be used to order the returned responses',
  '3.4.2.3-2': '"sortOrder" SHALL default to ascending',
  '3.4.2.3-3': '"sortOrder" MUST sort according to the attribute type',
  '3.4.2.4-1': 'startIndex: A value less than 1 SHALL be interpreted as 1',
  '3.4.2.4-2': 'count: A negative value SHALL be interpreted as "0"',
  '3.4.2.4-3': 'count: the service provider MUST NOT return more results than specified',
  '3.4.2.5-1': 'these two OPTIONAL parameters, which MUST be supported by SCIM service providers',
  '3.4.2.5-2': 'The following attributes control which attributes SHALL be returned with a returned resource',
  '3.4.2.5-3': 'attributes: names MUST be in standard attribute notation',
  '3.4.2.5-4': 'excludedAttributes SHALL have no effect on attributes whose schema "returned" setting is "always"',

  '3.4.3-1': '"/.search" … SHALL be used to indicate that the HTTP POST verb is intended to be a query operation',
  '3.4.3-2': 'Query requests MUST be identified using … "urn:ietf:params:scim:api:messages:2.0:SearchRequest"',
  '3.4.3-3': 'excludedAttributes SHALL have no effect on attributes whose schema "returned" setting is "always"',
  '3.4.3-4': 'The filter string MUST be a valid filter',
  '3.4.3-5': 'sortBy: the attribute whose value SHALL be used to order the returned responses',

  '3.5-1': 'Implementers MUST support HTTP PUT',
  '3.5.1-1': 'HTTP PUT MUST NOT be used to create new resources',
  '3.5.1-2': 'readWrite, writeOnly: Any values provided SHALL replace the existing attribute values',
  '3.5.1-3': 'immutable: If one or more values are already set …, the input value(s) MUST match',
  '3.5.1-4': 'immutable: If the service provider has no existing values, the new value(s) SHALL be applied',
  '3.5.1-5': 'readOnly: Any values provided SHALL be ignored',
  '3.5.1-6': 'If an attribute is "required", clients MUST specify the attribute in the PUT request',

  '3.5.2-1':
    'MUST contain the "schemas" attribute with the URI value of "urn:ietf:params:scim:api:messages:2.0:PatchOp"',
  '3.5.2-2': 'MUST contain the attribute "Operations", whose value is an array of one or more PATCH operations',
  '3.5.2-3': 'Each PATCH operation object MUST have exactly one "op" member',
  '3.5.2-4': '"path" is REQUIRED for "remove" operations',
  '3.5.2-5': "Each operation … MUST be compatible with the attribute's mutability and schema",
  '3.5.2-6':
    'An operation that is not compatible … SHALL return the appropriate HTTP response status code and a JSON detail',
  '3.5.2-7': '"schemas" on the … representation of the resource SHALL be assumed by default',
  '3.5.2-8': 'subsequent operations SHALL assume the modified state of the "schemas" attribute',
  '3.5.2-9':
    'sets … "primary" … to "true" SHALL cause the server to automatically set "primary" to "false" for any other values',
  '3.5.2-10': 'A PATCH request … SHALL be treated as atomic',
  '3.5.2-11': 'the original SCIM resource MUST be restored',
  '3.5.2-12': 'a failure status SHALL be returned',
  '3.5.2-13':
    'If a request fails, the server SHALL return an HTTP response status code and a JSON detail error response',
  '3.5.2-14': 'either MUST return a 200 OK response code and the entire resource … or MAY return … 204',
  '3.5.2-15': 'The server MUST return a 200 OK if the "attributes" parameter is specified in the request',
  '3.5.2.1-1': 'The operation MUST contain a "value" member',
  '3.5.2.1-2': 'a complex attribute: a set of sub-attributes SHALL be specified in the "value" parameter',
  '3.5.2.1-3': 'this operation SHALL NOT change the modify timestamp of the resource',
  '3.5.2.2-1': 'a single-value attribute … SHALL be considered unassigned',
  '3.5.2.2-2': 'a multi-valued attribute and no filter …: SHALL be considered unassigned',
  '3.5.2.2-3': 'If no other values remain …, the multi-valued attribute SHALL be considered unassigned',
  '3.5.2.2-4': 'Sub-attributes whose values have been removed SHALL be considered unassigned',
  '3.5.2.2-5':
    'If the complex multi-valued attribute has no remaining records, the attribute SHALL be considered unassigned',
  '3.5.2.2-6': 'a required attribute or a read-only attribute, the server SHALL return … "mutability"',
  '3.5.2.3-1': 'without "path" … "value" SHALL contain a list of one or more attributes that are to be replaced',
  '3.5.2.3-2': 'an attribute that does not exist, the service provider SHALL treat the operation as an "add"',
  '3.5.2.3-3':
    'a complex attribute: a set of sub-attributes SHALL be specified …; those not specified … are left unchanged',
  '3.5.2.3-4': 'a "valuePath" filter …, then all matching record values SHALL be replaced',
  '3.5.2.3-5': 'no record match was made, the service provider SHALL indicate failure by … 400 and … "noTarget"',

  '3.6-1':
    'MUST return a 404 (Not Found) error code for all operations associated with the previously deleted resource',
  '3.6-2': 'Service providers MUST omit the resource from future query results',
  '3.6-3': 'In response to a successful DELETE, the server SHALL return … 204 (No Content)',

  '3.7-1': 'Operations … REQUIRED',
  '3.7-2': 'method … REQUIRED',
  '3.7-3': 'bulkId … REQUIRED when "method" is "POST"',
  '3.7-4': 'path … REQUIRED in a request',
  '3.7-5': 'data … REQUIRED in a request when "method" is "POST", "PUT", or "PATCH"',
  '3.7-6': 'location … REQUIRED in a response, except in the event of a POST failure',
  '3.7-7': 'an HTTP status other than a 200-series response, the response body MUST be included',
  '3.7-8': 'When indicating an error, the "response" attribute MUST contain the detail error response',
  '3.7-9': 'If a bulk job is processed successfully, HTTP response code 200 OK MUST be returned',
  '3.7-10': 'otherwise, an appropriate HTTP error code MUST be returned',
  '3.7-11': 'MUST continue performing as many changes as possible and disregard partial failures',
  '3.7-12': 'MUST return the same "bulkId" together with the newly created resource',
  '3.7-13': "MUST ensure that the client's intent is preserved and the same stateful result is achieved",
  '3.7.1-1': 'MUST try to resolve circular cross-references between resources in a single bulk job',
  '3.7.2-1': 'MUST replace the string "bulkId:qwerty" with the permanent resource id once created',
  '3.7.2-2': 'Extensions that include references to other resources MUST be handled in the same way',
  '3.7.3-1': 'MUST include the result of all processed operations',
  '3.7.3-2': '"location" … MUST be returned for all operations except for failed POST operations',
  '3.7.3-3': 'The status attribute MUST include the code attribute that holds the HTTP response code',
  '3.7.3-4': 'If an error occurred, the status MUST also include the description attribute',
  '3.7.4-1': 'MUST define the maximum number of operations and maximum payload size',
  '3.7.4-2': 'If either limit is exceeded, the service provider MUST return HTTP response code 413',
  '3.7.4-3': 'The returned response MUST specify the limit exceeded in the body of the error response',

  '3.8-1': 'MUST accept requests and be able to return JSON-structured responses using UTF-8 encoding',
  '3.8-2': 'UTF-8 SHALL be the default encoding format',
  '3.8-3': 'MUST support the "Accept" header "Accept: application/scim+json"',
  '3.9-1': 'attributes: the default list of attributes SHALL be overridden',
  '3.9-2':
    'attributes: each resource returned MUST contain the minimum set … and any attributes … explicitly requested',
  '3.9-3': 'excludedAttributes: each resource returned MUST contain the minimum set of resource attributes',
  '3.12-1': 'implementers MUST return the errors in the body of the response in a JSON format',
  '3.12-2': 'status: the HTTP status code … expressed as a JSON string. REQUIRED',
  '3.13-1': 'service providers MUST perform the operation using the desired version or reject the request',
  '3.14-1': 'SCIM ETags MUST be specified as an HTTP header',

  '4-1': '"schemas" attribute of "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig" (SHALL)',
  '4-2': '"/Schemas" SHALL return all supported schemas in ListResponse format',
  '4-3': 'multiple ResourceTypes or Schemas: the ListResponse form SHALL be used',
  '4-4': 'Query parameters …, such as filtering, sorting, and pagination, SHALL be ignored',
} as const;

export type ObligationId = keyof typeof OBLIGATIONS;

/** Obligations of RFC 7644 §3 that have no test case, each with the reason. */
export const WITHOUT_CASE: Readonly<Record<string, string>> = {
  '§3.4.2.1: too many results SHALL be rejected with "tooMany"': 'none are too many: every list is cut into pages',
  '§3.11: "Location" MUST be the permanent location of the aliased resource': '/Me is not offered; it answers 501',
  '§3.13: the version MUST immediately precede the resource endpoint':
    'a deviation: /scim/v2/{integrationId}/Users, one base URL for each integration (docs/scim-support.md)',
};
