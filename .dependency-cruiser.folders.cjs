const { options } = require('./.dependency-cruiser.cjs');

/** No circle of folders in libs and apps. Tests, and fakes that stand beside what they replace, do not count. */
module.exports = {
  forbidden: [{ name: 'no-folder-circle', scope: 'folder', severity: 'error', from: {}, to: { circular: true } }],
  options: {
    ...options,
    exclude: { path: [options.exclude.path, '\\.spec\\.tsx?$', '/testing/', '/fake-[^/]*$'] },
  },
};
