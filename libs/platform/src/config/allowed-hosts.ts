import { ValidateBy } from 'class-validator';
import { isHostEntry } from '../http/allowed-host.js';

/** The entries of OKTA_ALLOWED_HOSTS, in lower case. */
export function allowedHosts(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean);
}

/** Hosts only: an entry that can match none, such as a URL, would be a host that is missed at the worst time. */
export const IsAllowedHosts = () =>
  ValidateBy({
    name: 'isAllowedHosts',
    validator: {
      validate: (value) => typeof value === 'string' && allowedHosts(value).every(isHostEntry),
      defaultMessage: () =>
        'must be hosts such as login.example.com, *.example.com or 127.0.0.1:*, without https://; separated by commas',
    },
  });
