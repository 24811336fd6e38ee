/** Stands in for the messages until the server has told; as tall as they are. */
export function Skeleton() {
  return (
    <div class="messages-frame skeleton" aria-hidden="true">
      {[3, 1, 2, 1].map((lines, index) => (
        <div class="skeleton-message" key={index}>
          <span class="skeleton-avatar" />
          {Array.from({ length: lines }, (_, line) => (
            <span class="skeleton-line" key={line} />
          ))}
        </div>
      ))}
    </div>
  );
}
