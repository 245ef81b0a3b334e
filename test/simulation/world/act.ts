/** Result of an act: false when there was nothing to act upon. */
export type Act = false | void;
