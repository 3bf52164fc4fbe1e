import { load } from 'js-yaml';

interface Operation {
  security?: Record<string, string[]>[];
}
export interface Contract {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { enum?: string[] }> };
}

const texts = import.meta.glob<string>('../../*-service/contracts/openapi.yaml', { query: '?raw', import: 'default', eager: true });

/** What the services take and answer, by service, as they have written it down. */
export const CONTRACTS = new Map(Object.entries(texts).map(([file, text]) => [/(\w+)-service/.exec(file)![1]!, load(text) as Contract]));

/** Whom a service lets in at an operation such as `get /api/tickets`. */
export function rolesAt(operation: string): string[] {
  const [verb = '', path = ''] = operation.split(' ');
  const found = [...CONTRACTS.values()].map(contract => contract.paths[path]?.[verb]).find(Boolean);
  if (!found) throw new Error(`no contract has ${operation}`);
  return (found.security ?? []).flatMap(each => Object.values(each).flat());
}
