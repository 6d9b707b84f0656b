/** Version of the bundle, as in its package.json (a test compares them). */
export const bundleVersion = '0.1.0';
