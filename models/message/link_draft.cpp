// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/link_draft.h"

#include <algorithm>

#include "message/link_finder.h"
#include "message/link_tagging.h"

namespace heliograph::message {
namespace {

const QByteArray kEncode("url_encode");

/// Where the output that begins at `at` ends; the end of the text if it is never closed.
qsizetype closeOfOutput(const QByteArray& text, qsizetype at) {
  const qsizetype close = text.indexOf("}}", at + 2);
  return close < 0 ? text.size() : close + 2;
}

/// The first of these signs that stands outside of outputs, from `from` on; the size if there is none.
qsizetype firstOf(const QByteArray& text, const char* signs, qsizetype from = 0) {
  for (qsizetype i = from; i < text.size(); ++i) {
    if (text.mid(i, 2) == "{{") {
      i = closeOfOutput(text, i) - 1;
    } else if (std::string_view(signs).find(text[i]) != std::string_view::npos) {
      return i;
    }
  }
  return text.size();
}

/// Does something with the texts between outputs and something else with the outputs, and joins what they give.
template <class OfText, class OfOutput>
QByteArray piecewise(const QByteArray& source, OfText ofText, OfOutput ofOutput) {
  QByteArray joined;
  for (qsizetype at = 0; at < source.size();) {
    qsizetype open = source.indexOf("{{", at);
    if (open < 0) open = source.size();
    if (open > at) joined += ofText(source.mid(at, open - at));
    if (open == source.size()) break;
    at = closeOfOutput(source, open);
    joined += ofOutput(source.mid(open, at - open));
  }
  return joined;
}

/// Where the inside of an output ends, without the blanks and the dash before its braces.
qsizetype insideEnd(const QByteArray& output) {
  qsizetype end = output.endsWith("}}") ? output.size() - 2 : output.size();
  while (end > 2 && (output[end - 1] == ' ' || output[end - 1] == '-')) --end;
  return end;
}

QByteArray withoutEncoding(const QByteArray& output) {
  const qsizetype end = insideEnd(output);
  if (!output.first(end).endsWith(kEncode)) return output;
  const qsizetype pipe = output.lastIndexOf('|', end);
  if (pipe < 0 || output.mid(pipe + 1, end - kEncode.size() - pipe - 1).trimmed() != "") return output;
  qsizetype kept = pipe;
  while (kept > 2 && output[kept - 1] == ' ') --kept;
  return output.first(kept) + output.mid(end);
}

QByteArray withEncoding(const QByteArray& output) {
  const QByteArray plain = withoutEncoding(output);
  const qsizetype end = insideEnd(plain);
  return plain.first(end) + " | " + kEncode + plain.mid(end);
}

QByteArray encodedText(const QByteArray& text) {
  return QByteArray::fromStdString(percentEncoded({text.constData(), static_cast<std::size_t>(text.size())}));
}

LinkDraft::Parameter parameterOf(const QByteArray& raw) {
  const qsizetype equals = firstOf(raw, "=");
  const auto decoded = [](QByteArray text) { return QByteArray::fromPercentEncoding(text.replace('+', ' ')); };
  return {QString::fromUtf8(decoded(raw.first(equals))), piecewise(raw.mid(equals + 1), decoded, withoutEncoding), raw};
}

/// "https://nova.example": a query would follow the name itself.
bool endsWithName(const QByteArray& address) {
  const qsizetype scheme = address.indexOf("://");
  return firstOf(address, "/", scheme < 0 ? 0 : scheme + 3) == address.size();
}

}  // namespace

LinkDraft linkDraftOf(const QByteArray& link) {
  LinkDraft draft;
  const qsizetype fragment = firstOf(link, "#");
  const qsizetype query = std::min(firstOf(link, "?"), fragment);
  draft.address = link.first(query);
  draft.fragment = link.mid(fragment);
  for (qsizetype at = query + 1; at < fragment;) {
    const qsizetype end = std::min(firstOf(link, "&", at), fragment);
    if (end > at) draft.parameters.push_back(parameterOf(link.mid(at, end - at)));
    at = end + 1;
  }
  return draft;
}

QByteArray linkOf(const LinkDraft& draft) {
  QByteArray query;
  for (const LinkDraft::Parameter& parameter : draft.parameters) {
    QByteArray one = parameter.raw;
    if (one.isEmpty()) {
      if (parameter.name.trimmed().isEmpty() || parameter.value.isEmpty()) continue;
      one =
          encodedText(parameter.name.trimmed().toUtf8()) + '=' + piecewise(parameter.value, encodedText, withEncoding);
    }
    query += (query.isEmpty() ? "" : "&") + one;
  }
  if (query.isEmpty()) return draft.address + draft.fragment;
  const bool needsPath = endsWithName(draft.address);
  return draft.address + (needsPath ? "/?" : "?") + query + draft.fragment;
}

QByteArray spacedLink(const QByteArray& source, qsizetype begin, qsizetype end, const QByteArray& link) {
  const QByteArray before = source.left(begin);
  const QByteArray after = source.mid(end);
  const auto standsAlone = [&](const QByteArray& lead, const QByteArray& tail) {
    const qsizetype at = before.size() + lead.size();
    const auto links = linksInSource(before + lead + link + tail + after);
    return std::any_of(links.begin(), links.end(),
                       [&](const SourceLink& one) { return one.begin == at && one.end == at + link.size(); });
  };
  // A new one stands apart from a word or sentence mark in any case.
  const bool joins = begin == end && !before.isEmpty() && !QByteArray(" \n(").contains(before.back());
  const QByteArray usual(joins ? " " : "");
  for (const QByteArray& lead : {usual, QByteArray(" ")}) {
    for (const QByteArray& tail : {QByteArray(), QByteArray(" ")}) {
      if (standsAlone(lead, tail)) return lead + link + tail;
    }
  }
  return usual + link;
}

bool isOneLink(const QByteArray& source) {
  const auto links = linksInSource(source);
  return links.size() == 1 && links.front().begin == 0 && links.front().end == source.size();
}

}  // namespace heliograph::message
