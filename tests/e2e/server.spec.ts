// The ground under the other browser tests: a server that is killed comes back with the same people on the same port.
import { expect, test } from "./support/fixtures.ts";

test("a server is ready with a sign-in for the chair, delegates and the display", async ({ server, request }) => {
  expect(server.signIn("chair").code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(server.signIns.filter(({ role }) => role === "delegate").length).toBeGreaterThan(100);
  expect(server.signIn("display").url).toContain(`${server.url}/`);
  expect((await request.get(`${server.url}/healthz`)).status()).toBe(200);
  expect((await request.get(`${server.url}/readyz`)).status()).toBe(200);
});

test("a server that is killed comes back with the same sign-ins", async ({ server, request }) => {
  const before = server.signIns;
  await server.kill9();
  await expect(request.get(`${server.url}/healthz`)).rejects.toThrow(/ECONNREFUSED/);
  await server.restart();
  expect(server.signIns).toEqual(before);
  expect((await request.get(`${server.url}/readyz`)).status()).toBe(200);
});

test("every screen is served without a sign-in and holds no data", async ({ server, request }) => {
  for (const path of ["/", "/join", "/chair", "/delegate", "/display"]) {
    const answer = await request.get(server.url + path);
    expect(answer.status(), path).toBe(200);
    expect(await answer.text(), path).not.toContain(server.signIn("chair").code);
  }
});
