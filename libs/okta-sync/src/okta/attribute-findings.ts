import { CheckStatus } from '@rollcall/directory-integration';
import type { OktaAttribute } from '@rollcall/okta';
import type { Finding } from '../target/finding.js';

/** Findings about the registration attribute in Okta's user schema. */
export function attributeFindings(name: string, attribute: OktaAttribute | undefined): Finding[] {
  if (!attribute) {
    return [
      {
        name: 'okta-attribute',
        status: CheckStatus.FAIL,
        code: 'ATTRIBUTE_MISSING',
        message: `Okta's default user profile has no attribute ${name}: let Rollcall create it, or add it in Okta under Directory > Profile Editor.`,
      },
    ];
  }
  return [typeFinding(name, attribute), masterFinding(name, attribute), permissionFinding(name, attribute)];
}

function typeFinding(name: string, { type }: OktaAttribute): Finding {
  if (type === 'boolean')
    return { name: 'okta-attribute', status: CheckStatus.OK, message: `${name} exists and is a boolean.` };
  return {
    name: 'okta-attribute',
    status: CheckStatus.FAIL,
    code: 'ATTRIBUTE_TYPE',
    message: `${name} is of type ${type}; it must be boolean. Okta can't change a type: delete the attribute, or choose another name.`,
  };
}

function masterFinding(name: string, { master }: OktaAttribute): Finding {
  if (master === 'OKTA') {
    return { name: 'okta-attribute-source', status: CheckStatus.OK, message: `${name} inherits its source from Okta.` };
  }
  return {
    name: 'okta-attribute-source',
    status: CheckStatus.WARN,
    message: `The source priority of ${name} is ${master ?? 'not told'}: people mastered elsewhere (AD) can't be written. Set it to "Inherit from Okta".`,
  };
}

function permissionFinding(name: string, { permission }: OktaAttribute): Finding {
  if (permission !== 'READ_WRITE') {
    return {
      name: 'okta-attribute-permission',
      status: CheckStatus.OK,
      message: `People can't change their own ${name}.`,
    };
  }
  return {
    name: 'okta-attribute-permission',
    status: CheckStatus.WARN,
    message: `People may change their own ${name}, and with it how they sign in. Set its user permission to Read only.`,
  };
}
