// Called by `npm run build`: writes the types of what services take and answer from their committed contracts into target/contracts.
import { mkdirSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

mkdirSync(new URL('target/contracts', import.meta.url), { recursive: true });
for (const service of ['ticket', 'dispatch', 'sla', 'knowledge', 'notification']) {
  const contract = await openapiTS(new URL(`../${service}-service/contracts/openapi.yaml`, import.meta.url));
  writeFileSync(new URL(`target/contracts/${service}.d.ts`, import.meta.url), astToString(contract));
}
