import { DomainError } from './domain-error.js';

/** Returns the result of `read`, or null if it throws NOT_FOUND. */
export async function nullIfNotFound<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
