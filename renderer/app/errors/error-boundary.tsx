import { Component, type ErrorInfo, type ReactNode } from 'react'
import { ErrorReport } from './error-report'

interface Props {
  /** Locale key of what failed: a view, the window. */
  titleKey: string
  children: ReactNode
}

interface State {
  error: Error | null
  stack: string
}

/** Shows what happened in place of a part that failed to draw; the rest of the window goes on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, stack: '' }

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  override componentDidCatch(_thrown: unknown, info: ErrorInfo): void {
    this.setState({ stack: info.componentStack ?? '' })
  }

  override render(): ReactNode {
    const { error, stack } = this.state
    if (!error) return this.props.children
    return (
      <ErrorReport
        titleKey={this.props.titleKey}
        error={error}
        trace={stack}
        onRetry={() => this.setState({ error: null, stack: '' })}
      />
    )
  }
}
