import { Component, type ComponentChildren } from 'preact';

/** A message that cannot be drawn says so and leaves the page as it is. */
export class DrawingBoundary extends Component<{ readonly children: ComponentChildren }> {
  override readonly state = { hasFailed: false };

  static override getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? (
      <p class="placeholder">This message cannot be shown.</p>
    ) : (
      this.props.children
    );
  }
}
