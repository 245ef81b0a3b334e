import { ValidateBy } from 'class-validator';
import { isHostEntry } from './allowed-host.js';
import { commaSeparated } from './comma-separated.js';

/** Hosts only: an entry that can match none, such as a URL, would be a host that is missed at the worst time. */
export const IsAllowedHosts = () =>
  ValidateBy({
    name: 'isAllowedHosts',
    validator: {
      validate: (value) => typeof value === 'string' && commaSeparated(value.toLowerCase()).every(isHostEntry),
      defaultMessage: () =>
        'must be hosts such as login.example.com, *.example.com or 127.0.0.1:*, without https://; separated by commas',
    },
  });
