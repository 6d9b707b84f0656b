/**
 * Configuration of `directus-extension build`. A warning of the bundler is an error: an import that it cannot resolve
 * is only warned of, and would fail when Directus loads the bundle.
 */
const warningsAreErrors = {
  name: 'warnings-are-errors',
  onLog(level, log) {
    const inDependencies = log.ids?.length > 0 && log.ids.every((id) => id.includes('node_modules'));
    if (level === 'warn' && !(log.code === 'CIRCULAR_DEPENDENCY' && inDependencies)) this.error(log);
  },
};

/** Pages of the module and panels are files of their own (bin/build-bundle.ts), which Directus serves when they are asked for. */
const lateFiles = {
  name: 'late-files',
  resolveId(source) {
    const [, file] = /^kader-jkn:([a-z-]+)$/.exec(source) ?? [];
    return file === undefined ? null : { id: `./${file}.js`, external: true };
  },
};

export default { plugins: [warningsAreErrors, lateFiles] };
