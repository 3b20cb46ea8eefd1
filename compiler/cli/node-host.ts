export { nodeHost, packageFolder } from '../project/node-host.ts';
