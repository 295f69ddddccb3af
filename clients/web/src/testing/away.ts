// Servers of the log that do not answer, as the desk is told of them, made up.
export const two_away = [
  { server: "10.0.0.12:6379", why: "does not answer" },
  { server: "10.0.0.13:6379", why: "no room on its disk" },
];
