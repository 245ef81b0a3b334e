import { Fragment } from 'react';

/** Such as an e-mail address or a URL: one that is too long for its line breaks at its separators first. */
export function Breakable({ children }: { children: string }) {
  return children.split(/(?<=[@/?&])(?!\/)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
