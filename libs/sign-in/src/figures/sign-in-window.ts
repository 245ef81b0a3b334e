import { registerEnumType } from '@nestjs/graphql';

export enum SignInWindow {
  DAY = 'DAY',
  WEEK = 'WEEK',
}

registerEnumType(SignInWindow, { name: 'SignInWindow', description: 'How far back figures of sign-ins go.' });

const MINUTE_MS = 60_000;

/** 48 and 56 intervals: the most that a small chart can show. */
export const SIGN_IN_WINDOWS: Readonly<Record<SignInWindow, { lengthMs: number; stepMs: number }>> = {
  [SignInWindow.DAY]: { lengthMs: 24 * 60 * MINUTE_MS, stepMs: 30 * MINUTE_MS },
  [SignInWindow.WEEK]: { lengthMs: 7 * 24 * 60 * MINUTE_MS, stepMs: 180 * MINUTE_MS },
};
