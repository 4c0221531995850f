// @ts-check
import { ask } from "../graphql.js";

/**
 * Reads a list of the API page by page.
 *
 * @param {string} name of the query @param {string} fields of a node @param {number} pages how many to read
 * @param {{type: string, value: Record<string, unknown>} | null} [filter]
 * @returns {Promise<{nodes: any[], more: boolean}>}
 */
export async function readPages(name, fields, pages, filter = null) {
  /** @type {any[]} */
  let nodes = [];
  let after = null;
  let more = true;
  for (let page = 0; page < pages && more; page++) {
    const document = `query($after: String${filter ? `, $filter: ${filter.type}` : ""}) {
      list: ${name}(first: 50, after: $after${filter ? ", filter: $filter" : ""}) { pageInfo { endCursor hasNextPage } nodes { ${fields} } } serverTime }`;
    const { list } = await ask(document, filter ? { after, filter: filter.value } : { after });
    nodes = [...nodes, ...list.nodes];
    after = list.pageInfo.endCursor;
    more = list.pageInfo.hasNextPage;
  }
  return { nodes, more };
}
