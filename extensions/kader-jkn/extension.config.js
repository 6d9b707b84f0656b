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

/** The pages of the module are a file of their own (bin/build-bundle.ts), which Directus serves when it is asked for. */
const workPages = {
  name: 'work-pages',
  resolveId(source) {
    if (source !== 'kader-jkn:work-pages') return null;
    return { id: './work-pages.js', external: true };
  },
};

export default { plugins: [warningsAreErrors, workPages] };
