/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is an object, or an empty one. @param {unknown} value */
export function recordOf(value) {
  return isRecord(value) ? value : {};
}

/** Parses what should be a JSON object. @param {string} text */
export function parseRecord(text) {
  /** @type {unknown} */
  const value = JSON.parse(text);
  return recordOf(value);
}
