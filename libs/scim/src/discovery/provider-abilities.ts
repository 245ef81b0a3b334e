import { DEFAULT_PAGE_LIMITS, type ProviderAbilities } from '../protocol/index.js';

/** What ServiceProviderConfig promises. */
export const PROVIDER_ABILITIES: ProviderAbilities = {
  bulk: { maxOperations: 1000, maxPayloadSize: 4 * 1024 * 1024 },
  filterMaxResults: DEFAULT_PAGE_LIMITS.maxCount,
  pagination: { defaultPageSize: DEFAULT_PAGE_LIMITS.defaultCount, maxPageSize: DEFAULT_PAGE_LIMITS.maxCount },
};
