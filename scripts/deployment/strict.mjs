/**
 * Finds properties that the schema does not know. A compiled validator ignores such properties, so they are found by
 * recording which ones it reads. The API server would refuse them (`kubectl apply --validate=strict`).
 * @template T
 * @param {T} value
 * @param {(recorded: T) => void} validate
 * @returns {string[]} paths such as `/spec/replica`
 */
export function unreadProperties(value, validate) {
  const read = new Set();
  validate(recording(value, '', read));
  return paths(value, '').filter((path) => !read.has(path));
}

function recording(value, path, read) {
  if (typeof value !== 'object' || value === null) return value;
  const note = (key) => typeof key === 'string' && read.add(`${path}/${key}`);
  return new Proxy(value, {
    get(target, key) {
      note(key);
      return Object.hasOwn(target, key)
        ? recording(target[key], `${path}/${String(key)}`, read)
        : Reflect.get(target, key);
    },
  });
}

function paths(value, path) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${path}/${key}`, ...paths(inner, `${path}/${key}`)]);
}
