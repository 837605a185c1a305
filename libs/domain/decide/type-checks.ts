import { InvalidInput } from '../errors.js';

/** Some of the known types, each once. @throws InvalidInput */
export function checkNamedTypes(named: string[], known: string[], pointer: string): void {
  named.forEach((type, i) => {
    const at = `${pointer}/${i}`;
    if (!known.includes(type)) {
      throw new InvalidInput('service-type-not-permitted', `${String(type).slice(0, 40)} is not one of the types`, {
        pointer: at,
        serviceTypes: known,
        remedy: 'Name service types of the permit that have not ended.',
      });
    }
    if (named.indexOf(type) !== i) {
      throw new InvalidInput('duplicate-service-type', 'Name each service type once.', {
        pointer: at,
        value: type,
        remedy: 'Name each service type once.',
      });
    }
  });
}
