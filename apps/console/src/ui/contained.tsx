import { Component, type ReactNode } from 'react';

interface Props {
  /** Stands in for what failed. */
  instead: ReactNode;
  children: ReactNode;
}

/** Keeps a failure to itself, be it a bug or code that could not be loaded: the rest of the page stays. */
export class Contained extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
