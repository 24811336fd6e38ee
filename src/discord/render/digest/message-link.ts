/** Where Discord's client opens a message. */
export function messageLink(
  guildId: string,
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
}
