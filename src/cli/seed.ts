import 'reflect-metadata';
import { loadFirstData } from './seed/first-data';
import { runCommand, withApp } from './command';

runCommand(() =>
  withApp(
    async (app, config) => (await loadFirstData(app, config)).join('\n') || 'the database has its first data',
  ),
);
