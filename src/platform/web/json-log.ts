import { LoggerService } from '@nestjs/common';

const levels = ['silent', 'error', 'warn', 'info', 'debug'];

/** Writes what the program has to say as JSON lines; start-up chatter of the framework stays out. */
export class JsonLog implements LoggerService {
  constructor(private readonly level: string) {}

  log(message: unknown, context?: string): void {
    if (!frameworkContexts.has(context ?? '')) this.write('info', message, context);
  }

  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, String(rest.at(-1) ?? ''), rest.length > 1 ? String(rest[0]) : undefined);
  }

  private write(level: string, message: unknown, context?: string, stack?: string): void {
    if (levels.indexOf(level) > levels.indexOf(this.level)) return;
    const content = typeof message === 'object' && message !== null ? message : { message: String(message) };
    process.stdout.write(
      `${JSON.stringify({ time: new Date().toISOString(), level, context, ...content, stack })}\n`,
    );
  }
}

const frameworkContexts = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
]);
