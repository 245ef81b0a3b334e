import { attribute, complex, type SchemaDefinition } from './attribute.js';
import { plural } from './common-attributes.js';

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** RFC 7643 §4.1, §8.7.1 */
export const userSchema: SchemaDefinition = {
  id: USER_SCHEMA,
  name: 'User',
  description: 'User Account',
  attributes: [
    attribute('userName', 'Unique name that the user signs in with; letter case is ignored.', {
      required: true,
      uniqueness: 'server',
    }),
    complex('name', "Components of the user's name.", [
      attribute('formatted', 'Full name.'),
      attribute('familyName', 'Family name.'),
      attribute('givenName', 'Given name.'),
      attribute('middleName', 'Middle names.'),
      attribute('honorificPrefix', 'Title before the name.'),
      attribute('honorificSuffix', 'Suffix after the name.'),
    ]),
    attribute('displayName', 'Name for display.'),
    attribute('nickName', 'Casual name.'),
    attribute('profileUrl', "URL of the user's profile page.", {
      type: 'reference',
      referenceTypes: ['external'],
      caseExact: true,
    }),
    attribute('title', 'Job title.'),
    attribute('userType', 'Relationship with the organization.'),
    attribute('preferredLanguage', 'Preferred language, as in Accept-Language.'),
    attribute('locale', 'Locale for dates, numbers and currency.'),
    attribute('timezone', 'Time zone, of the IANA database.'),
    attribute('active', 'May the user sign in?', { type: 'boolean' }),
    attribute('password', 'Accepted and dropped: passwords are never kept.', {
      mutability: 'writeOnly',
      returned: 'never',
    }),
    plural('emails', 'Email addresses.', {}, ['work', 'home', 'other']),
    plural('phoneNumbers', 'Phone numbers.', {}, ['work', 'home', 'mobile', 'fax', 'pager', 'other']),
    plural('ims', 'Instant messaging addresses.', {}, ['aim', 'gtalk', 'icq', 'xmpp', 'msn', 'skype', 'qq', 'yahoo']),
    plural('photos', 'URLs of photos.', { type: 'reference', referenceTypes: ['external'], caseExact: true }, [
      'photo',
      'thumbnail',
    ]),
    complex(
      'addresses',
      'Mailing addresses.',
      [
        attribute('formatted', 'Full address for display or a label.'),
        attribute('streetAddress', 'Street, house number and the like.'),
        attribute('locality', 'City.'),
        attribute('region', 'State or region.'),
        attribute('postalCode', 'Postal code.'),
        attribute('country', 'Country, of ISO 3166-1 alpha-2.'),
        attribute('type', 'Label for the purpose of the address.', { canonicalValues: ['work', 'home', 'other'] }),
        attribute('primary', 'The preferred address; true for one at most.', { type: 'boolean' }),
      ],
      { multiValued: true },
    ),
    complex(
      'groups',
      'Groups the user is in; changed through the groups.',
      [
        attribute('value', 'Id of the group.', { caseExact: true, mutability: 'readOnly' }),
        attribute('$ref', 'URI of the group.', {
          type: 'reference',
          referenceTypes: ['Group'],
          caseExact: true,
          mutability: 'readOnly',
        }),
        attribute('display', 'Name of the group.', { mutability: 'readOnly' }),
        attribute('type', 'How the user is in the group.', { canonicalValues: ['direct'], mutability: 'readOnly' }),
      ],
      { multiValued: true, mutability: 'readOnly' },
    ),
    plural('entitlements', 'Entitlements.'),
    plural('roles', 'Roles.'),
    plural('x509Certificates', 'X.509 certificates, DER in base64.', { type: 'binary', caseExact: true }),
  ],
};
