// @ts-check
/** Renders a component anew when the network goes or comes: without one nothing can be sent, and what was written waits. */
export class Network {
  /** @param {import("lit").ReactiveControllerHost} host */
  constructor(host) {
    this.onChange = () => host.requestUpdate();
    host.addController(this);
  }

  /** Whether there is none. */
  get off() {
    return !navigator.onLine;
  }

  hostConnected() {
    addEventListener("online", this.onChange);
    addEventListener("offline", this.onChange);
  }

  hostDisconnected() {
    removeEventListener("online", this.onChange);
    removeEventListener("offline", this.onChange);
  }
}
