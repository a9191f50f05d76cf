import { segments } from './segments.mjs';

/** One profile as a snapshot holds it: attributes, identities by namespace, and audiences by namespace and identifier. */
export function profileOf(person, lastQualificationTime) {
  const { customer } = person;
  const [firstName, lastName] = customer.name.split(' ');
  const identity = (id, primary) => ({ id, authenticatedState: primary ? 'authenticated' : 'ambiguous', primary });
  return {
    _id: customer.id,
    person: { name: { firstName, lastName } },
    personalEmail: { address: person.email },
    homeAddress: { city: person.city, stateProvince: customer.state, postalCode: customer.zip },
    loyalty: { tier: person.tier },
    consents: { marketing: { email: { val: person.consent ? 'y' : 'n' } } },
    identityMap: {
      crmid: [identity(customer.id, true)],
      email: [identity(person.email, false)],
      ...(person.browsers.length > 0 && { ecid: person.browsers.map((id) => identity(id, false)) }),
    },
    segmentMembership: {
      ups: Object.fromEntries(
        segments.map(({ id, has }) => [id, { status: has(person) ? 'realized' : 'exited', lastQualificationTime }]),
      ),
    },
  };
}
