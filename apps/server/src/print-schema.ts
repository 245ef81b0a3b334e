import 'reflect-metadata';
import { AppConfig } from '@rollcall/platform';
import { printGraphqlSchema } from './graphql-schema.js';
import { ServerModule } from './server.module.js';

process.stdout.write(await printGraphqlSchema(ServerModule.forRoot(new AppConfig({} as AppConfig))));
