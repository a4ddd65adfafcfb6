import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import * as Handlebars from 'handlebars';
import { Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import { Assets } from './assets';
import { projectRoot } from './project-root';

const viewsFolder = join(projectRoot, 'views');

/** Handlebars templates: every file is a view and a partial under its path; compiled once, on development per page. */
@Injectable()
export class Views {
  private engine = this.load();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly assets: Assets,
  ) {}

  /** Prints a page object with views/<name>.hbs. */
  render(name: string, page: object): string {
    if (process.env.VIEWS === 'reload') this.engine = this.load();
    const template = this.engine.templates.get(name);
    if (!template) throw new Error(`There is no view ${name}`);
    return template(page, { allowProtoPropertiesByDefault: false });
  }

  private load() {
    const engine = Handlebars.create();
    engine.registerHelper({
      url: (path: unknown) => this.config.basePath + String(path ?? ''),
      asset: (file: unknown) => this.config.basePath + this.assets.pathOf(String(file)),
      eq: (a: unknown, b: unknown) => a === b,
      or: (...values: unknown[]) => values.slice(0, -1).find(Boolean),
      and: (...values: unknown[]) => values.slice(0, -1).every(Boolean),
      not: (value: unknown) => !value,
      concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),
    });
    const templates = new Map<string, Handlebars.TemplateDelegate>();
    for (const file of templateFiles(viewsFolder)) {
      const name = relative(viewsFolder, file)
        .replace(/\.hbs$/, '')
        .replaceAll('\\', '/');
      const template = engine.compile(readFileSync(file, 'utf8'), { strict: false, preventIndent: true });
      engine.registerPartial(name.replace(/^partials\//, ''), template);
      templates.set(name, template);
    }
    return { templates };
  }
}

function templateFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => join(entry.parentPath, entry.name));
}
