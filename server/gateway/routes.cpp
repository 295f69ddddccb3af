#include "gateway/routes.hpp"

namespace rostrum::gateway {

namespace {

Reply answer_with(const Page& page, const Request& request) {
  const Form* form = page.form_for(request.accept_encoding);
  Reply reply = form ? Reply{} : plain(406, "There is no form of this that Accept-Encoding takes.\n");
  reply.headers.emplace_back("Vary", "Accept-Encoding");
  if (!form) return reply;
  reply.headers.emplace_back("ETag", form->etag);
  reply.headers.emplace_back("Cache-Control", page.hashed ? "public, max-age=31536000, immutable" : "no-cache");
  if (request.if_none_match && names(*request.if_none_match, form->etag)) {
    reply.status = 304;
    return reply;
  }
  if (form->encoding != Encoding::identity)
    reply.headers.emplace_back("Content-Encoding", std::string(name_of(form->encoding)));
  reply.type = page.type;
  reply.body = form->bytes;
  return reply;
}

Reply fresh(Reply reply) {
  reply.headers.emplace_back("Cache-Control", "no-store");
  return reply;
}

}  // namespace

Reply plain(unsigned status, std::string text) {
  Reply reply;
  reply.status = status;
  reply.body = std::make_shared<const std::string>(std::move(text));
  return reply;
}

std::string_view path_of(std::string_view target) { return target.substr(0, target.find_first_of("?#")); }

bool names(std::string_view if_none_match, std::string_view etag) {
  while (!if_none_match.empty()) {
    const auto comma = if_none_match.find(',');
    auto one = if_none_match.substr(0, comma);
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == etag || one == "*") return true;
    if_none_match = comma == std::string_view::npos ? std::string_view{} : if_none_match.substr(comma + 1);
  }
  return false;
}

Reply answer(const Request& request, const Site& site, const ops::Health& health, const ops::Metrics& metrics) {
  if (!request.reads) {
    Reply reply = plain(405, "Only GET and HEAD are answered here.\n");
    reply.headers.emplace_back("Allow", "GET, HEAD");
    return reply;
  }
  const auto path = path_of(request.target);
  if (path == "/healthz") return fresh(plain(200, "ok\n"));
  if (path == "/readyz") return fresh(plain(health.troubles().empty() ? 200 : 503, health.text()));
  if (path == "/metrics") {
    Reply reply = fresh(plain(200, metrics.text()));
    reply.type = "text/plain; version=0.0.4; charset=utf-8";
    return reply;
  }
  if (path == "/ws") {
    Reply reply = plain(426, "This is a WebSocket: docs/protocol.md tells how to speak to it.\n");
    reply.headers.emplace_back("Upgrade", "websocket");
    return reply;
  }
  if (const Page* page = site.find(path)) return answer_with(*page, request);
  return plain(404, "There is nothing here.\n");
}

}  // namespace rostrum::gateway
