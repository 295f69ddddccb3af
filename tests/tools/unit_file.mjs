// What a unit of systemd says is started, and how: as much of it as our own units use, since systemd itself runs in no
// container that tests run in.

/** The settings of [Service], each with all values it is given. */
function settings(text) {
  const section = text.split(/^\[Service\]$/m)[1].split(/^\[/m)[0];
  const found = {};
  for (const [, name, value] of section.matchAll(/^(\w+)=(.*)$/gm)) (found[name] ??= []).push(value);
  return found;
}

/** Lines NAME=VALUE of a file of the environment; what begins with # is a remark. */
const variables = (text) => Object.fromEntries([...text.matchAll(/^([A-Za-z_]\w*)=(.*)$/gm)].map(([, name, value]) => [name, value.trim()]));

/** A word of ExecStart: ${NAME} is a part of it, $NAME alone is as many words as its value has. */
function expanded(word, values) {
  const alone = word.match(/^\$(\w+)$/)?.[1];
  if (alone) return (values[alone] ?? "").split(/\s+/).filter(Boolean);
  return [word.replace(/\$\{(\w+)\}/g, (_, name) => values[name] ?? "")];
}

/**
 * The service of a unit's text for an instance; `read` is the text of a file on the machine, undefined where there is none.
 * state is the folder that is made for it, with mode and owner.
 */
export function serviceOf(text, instance, read) {
  const { ExecStart, EnvironmentFile, User, Group, StateDirectory, StateDirectoryMode, UMask } = settings(text.replaceAll("%i", instance));
  const [, optional, path] = EnvironmentFile[0].match(/^(-?)(.*)$/);
  const environment = read(path);
  if (environment === undefined && !optional) throw new Error(`there is no ${path}, which the unit wants`);
  const values = variables(environment ?? "");
  return {
    words: ExecStart[0].split(" ").flatMap((word) => expanded(word, values)),
    user: User[0],
    group: Group[0],
    umask: UMask[0],
    environment: Object.entries(values).map(([name, value]) => `${name}=${value}`),
    state: { path: `/var/lib/${StateDirectory[0]}`, mode: StateDirectoryMode[0] },
  };
}
