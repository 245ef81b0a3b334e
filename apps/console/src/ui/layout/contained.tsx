import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown instead of the failed part. */
  instead: ReactNode;
  children: ReactNode;
}

/** An error boundary: a failed part does not affect the rest of the page. */
export class Contained extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
