import type { Caller } from '@rollcall/platform';
import { RelyingParty } from './relying-party.js';
import { type Client, type Person, SignInApp } from './sign-in-app.js';

/** Starts a server with one client, and with a person, Ada, who has a passkey. */
export async function startSignedUp(): Promise<{
  on: SignInApp;
  caller: Caller;
  client: Client;
  ada: Person;
  party: RelyingParty;
}> {
  const on = await SignInApp.start();
  const caller = await on.tenant('Acme');
  const client = await on.client(caller);
  const ada = await on.person(caller, client.integrationId, 'ada.lovelace@acme.example');
  return { on, caller, client, ada, party: await RelyingParty.discover(client) };
}
