import { Fragment } from 'react';

/** Long text without spaces, such as an e-mail address or URL, which breaks at separators first. */
export function Breakable({ children }: { children: string }) {
  return children.split(/(?<=[@/?&])(?!\/)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
