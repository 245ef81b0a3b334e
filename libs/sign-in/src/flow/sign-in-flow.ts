import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import type { Interaction, InteractionResults, Provider } from 'oidc-provider';
import { ProviderRegistry } from '../provider/provider-registry.js';
import type { SignInSettings } from '../settings/sign-in-settings.js';
import { SignInRefused } from './sign-in-refused.js';

/** The request and response of Node. The OpenID library reads the flow's cookie from them. */
export interface FlowRequest {
  integrationId: string;
  uid: string;
  request: IncomingMessage;
  response: ServerResponse;
}

/** A sign-in flow that a browser has started and not finished. */
export interface OpenFlow {
  key: IntegrationKey;
  uid: string;
  settings: SignInSettings;
  /** The login hint that the client sent. It is untrusted. */
  loginHint: string | undefined;
  startedAt: Date;
  /** The address at which the person can start again. */
  backUrl: string | undefined;
  /** Stores the result. @returns the next URL; undefined if the challenge was used before */
  finish(result: InteractionResults): Promise<string | undefined>;
}

/**
 * Finds the flow of a request. The address contains the flow's id, and the cookie proves that this browser started the
 * flow.
 */
@Injectable()
export class SignInFlows {
  constructor(private readonly registry: ProviderRegistry) {}

  /** @throws SignInRefused EXPIRED, COOKIES_BLOCKED */
  async open({ integrationId, uid, request, response }: FlowRequest): Promise<OpenFlow> {
    const built = await this.registry.getRecent(integrationId);
    if (!built) throw new SignInRefused('EXPIRED');
    const { provider, settings } = built;
    const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
    if (interaction?.uid !== uid) {
      const alive = interaction === undefined && (await provider.Interaction.find(uid)) !== undefined;
      if (alive) throw new SignInRefused('COOKIES_BLOCKED', { backUrl: originOf(settings) });
      // The URL is sent only to a browser that has the flow's cookie, because the URL reveals the client.
      const known = cookieOf(provider, request, response) !== undefined;
      throw new SignInRefused('EXPIRED', known ? { backUrl: originOf(settings) } : {});
    }
    return {
      key: { tenantId: settings.tenantId, integrationId },
      uid,
      settings,
      loginHint: hintOf(interaction),
      startedAt: new Date((interaction.iat ?? 0) * 1000),
      backUrl: originOf(settings),
      finish: (result) => finish(provider, interaction, result),
    };
  }

  /**
   * Whether this browser started the flow, as its cookie proves. The cookie expires together with the flow. The
   * database is not read, so the flow may have ended already.
   */
  async isOwn({ integrationId, uid, request, response }: FlowRequest): Promise<boolean> {
    const built = await this.registry.getRecent(integrationId);
    return built !== undefined && cookieOf(built.provider, request, response) === uid;
  }
}

/**
 * The id of the flow in this browser's cookie; undefined if the cookie is not signed with a key of this integration.
 */
function cookieOf(provider: Provider, request: IncomingMessage, response: ServerResponse): string | undefined {
  return provider.createContext(request, response).cookies.get(provider.cookieName('interaction'), { signed: true });
}

/** @throws SignInRefused EXPIRED */
async function finish(
  provider: Provider,
  interaction: Interaction,
  result: InteractionResults,
): Promise<string | undefined> {
  interaction.result = result;
  try {
    await interaction.persist();
  } catch (error) {
    if ((error as Error).name !== 'SessionNotFound') throw error;
    if (await provider.Interaction.find(interaction.uid)) return undefined;
    throw new SignInRefused('EXPIRED');
  }
  return interaction.returnTo;
}

function hintOf({ params }: Interaction): string | undefined {
  const hint = params['login_hint'];
  return typeof hint === 'string' && hint.trim() !== '' ? hint.trim().slice(0, 200) : undefined;
}

/** The address at which a person can start again after the flow has ended. */
function originOf({ redirectUris: [first] }: SignInSettings): string | undefined {
  return first === undefined ? undefined : new URL(first).origin;
}
