/**
 * Keeps files of functions out of the cache. The metadata plugin adds the lines that register
 * them, and leaves them out of every file while the JSDoc of one has an error: cached, they
 * would still be missing after it is mended.
 */
module.exports = function neverCached(source) {
  this.cacheable(false);
  return source;
};
