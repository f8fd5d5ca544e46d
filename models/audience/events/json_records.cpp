// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/json_records.h"

#include <QFile>
#include <QStringDecoder>
#include <string>
#include <string_view>

#include "audience/csv_dialect.h"
#include "audience/text_window.h"

namespace heliograph::audience {
namespace {

enum class JsonScan { Whole, NeedMore, Broken };

bool isBlankJson(char sign) {
  return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
}

/// Finds the ends of values in the text of a file that may not be all there yet.
class JsonScanner final {
 public:
  explicit JsonScanner(std::string_view text) : m_text(text) {}

  /// Moves `at` behind the value that begins there.
  JsonScan value(std::size_t& at, int depth = 0) const {
    if (at >= m_text.size()) return JsonScan::NeedMore;
    switch (m_text[at]) {
      case '"':
        return string(at);
      case '{':
      case '[':
        return depth > 100 ? JsonScan::Broken : container(at, depth);
      default:
        return word(at);
    }
  }
  JsonScan string(std::size_t& at) const {
    for (++at; at < m_text.size(); ++at) {
      if (m_text[at] == '"') {
        ++at;
        return JsonScan::Whole;
      }
      if (static_cast<unsigned char>(m_text[at]) < 0x20) return JsonScan::Broken;
      if (m_text[at] == '\\') ++at;
    }
    return JsonScan::NeedMore;
  }
  /// Moves to the sign that is expected next and behind it.
  JsonScan sign(std::size_t& at, char expected) const {
    if (!blanks(at)) return JsonScan::NeedMore;
    return m_text[at++] == expected ? JsonScan::Whole : JsonScan::Broken;
  }
  /// False at the end of the text.
  bool blanks(std::size_t& at) const {
    while (at < m_text.size() && isBlankJson(m_text[at])) ++at;
    return at < m_text.size();
  }

 private:
  JsonScan word(std::size_t& at) const {
    const std::size_t begin = at;
    const auto isWord = [](char sign) {
      return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z') || sign == '-' || sign == '+' ||
             sign == '.' || sign == 'E';
    };
    while (at < m_text.size() && isWord(m_text[at])) ++at;
    if (at == m_text.size()) return JsonScan::NeedMore;
    return at > begin ? JsonScan::Whole : JsonScan::Broken;
  }
  JsonScan container(std::size_t& at, int depth) const {
    const bool object = m_text[at] == '{';
    const char close = object ? '}' : ']';
    ++at;
    for (bool first = true;; first = false) {
      if (!blanks(at)) return JsonScan::NeedMore;
      if (m_text[at] == close) {
        ++at;
        return JsonScan::Whole;
      }
      if (!first) {
        if (m_text[at++] != ',') return JsonScan::Broken;
        if (!blanks(at)) return JsonScan::NeedMore;
      }
      if (object) {
        if (m_text[at] != '"') return JsonScan::Broken;
        if (const JsonScan name = string(at); name != JsonScan::Whole) return name;
        if (const JsonScan colon = sign(at, ':'); colon != JsonScan::Whole) return colon;
        if (!blanks(at)) return JsonScan::NeedMore;
      }
      if (const JsonScan inner = value(at, depth + 1); inner != JsonScan::Whole) return inner;
    }
  }

  std::string_view m_text;
};

bool isWrapper(std::string_view name) {
  return name == "d" || name == "batch";
}

}  // namespace

struct JsonRecords::State : TextWindow {
  enum class Inside { Nothing, Wrapper /*an object that has an array of records in it*/, Records };

  Inside inside = Inside::Nothing;
  bool wrapped = false;  ///< the array of records stands in a wrapper
  JsonRecord record;

  Result<const JsonRecord*> give(std::size_t end);
  Result<const JsonRecord*> giveBroken();
  Result<JsonScan> scanRecord(std::size_t& end, bool& entered);
  JsonScan tryRecord(std::size_t& end, bool& entered) const;
  JsonScan tryWrapper(std::size_t& at, bool& entered) const;
  Result<bool> passSeparators();
};

/// Passes what stands between records; false at the end of the file.
Result<bool> JsonRecords::State::passSeparators() {
  while (true) {
    while (position < buffer.size() && (isBlankJson(buffer[position]) || buffer[position] == ',')) ++position;
    if (position < buffer.size()) return true;
    if (atEnd) return false;
    HELIOGRAPH_TRY(refill());
  }
}

/// Looks through the members of an object that may be a wrapper. `at` is behind its brace, or behind an earlier array
/// of it; if `entered` it is then behind the bracket of its records, else behind the object.
JsonScan JsonRecords::State::tryWrapper(std::size_t& at, bool& entered) const {
  const JsonScanner scanner(buffer);
  while (true) {
    if (!scanner.blanks(at)) return JsonScan::NeedMore;
    if (buffer[at] == '}') {
      ++at;
      return JsonScan::Whole;
    }
    if (buffer[at] == ',') {
      ++at;
      if (!scanner.blanks(at)) return JsonScan::NeedMore;
    }
    if (buffer[at] != '"') return JsonScan::Broken;
    const std::size_t name = at + 1;
    if (const JsonScan scan = scanner.string(at); scan != JsonScan::Whole) return scan;
    const std::string_view key = std::string_view(buffer).substr(name, at - name - 1);
    if (const JsonScan colon = scanner.sign(at, ':'); colon != JsonScan::Whole) return colon;
    if (!scanner.blanks(at)) return JsonScan::NeedMore;
    if (buffer[at] == '[' && isWrapper(key)) {
      ++at;
      entered = true;
      return JsonScan::Whole;
    }
    if (const JsonScan scan = scanner.value(at); scan != JsonScan::Whole) return scan;
    if (!scanner.blanks(at)) return JsonScan::NeedMore;
    if (buffer[at] != ',' && buffer[at] != '}') return JsonScan::Broken;
  }
}

JsonScan JsonRecords::State::tryRecord(std::size_t& end, bool& entered) const {
  end = position;
  if (inside == Inside::Nothing && buffer[end] == '{') {
    ++end;
    return tryWrapper(end, entered);
  }
  if (inside == Inside::Nothing) return JsonScan::Broken;
  return JsonScanner(buffer).value(end);
}

/// Reads on until the record at the position is there as a whole.
Result<JsonScan> JsonRecords::State::scanRecord(std::size_t& end, bool& entered) {
  JsonScan scan = tryRecord(end, entered);
  while (scan == JsonScan::NeedMore && !atEnd && buffer.size() - position <= longestJson) {
    HELIOGRAPH_TRY(refill());
    scan = tryRecord(end, entered);
  }
  return scan;
}

Result<const JsonRecord*> JsonRecords::State::give(std::size_t end) {
  record = {record.row + 1, buffer.data() + position, buffer.data() + end, false};
  position = end;
  return &record;
}

/// What is no JSON costs the rest of its line and not the rest of the file.
Result<const JsonRecord*> JsonRecords::State::giveBroken() {
  std::size_t end = buffer.find('\n', position);
  while (end == std::string::npos && !atEnd) {
    position = buffer.size();
    HELIOGRAPH_TRY(refill());
    end = buffer.find('\n');
  }
  position = end == std::string::npos ? buffer.size() : end + 1;
  record = {record.row + 1, nullptr, nullptr, true};
  return &record;
}

JsonRecords::JsonRecords(std::unique_ptr<State> state) : m_state(std::move(state)) {}
JsonRecords::~JsonRecords() = default;

Result<std::unique_ptr<JsonRecords>> JsonRecords::open(const QString& path) {
  auto state = std::make_unique<State>();
  HELIOGRAPH_TRY(state->open(path));
  auto some = state->passSeparators();
  if (!some) return fail(some.error());
  if (!*some) return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” is empty.").arg(path));
  return std::unique_ptr<JsonRecords>(new JsonRecords(std::move(state)));
}

Result<const JsonRecord*> JsonRecords::next() {
  State& s = *m_state;
  while (true) {
    auto some = s.passSeparators();
    if (!some) return fail(some.error());
    if (!*some) return nullptr;
    const char sign = s.buffer[s.position];
    if (s.inside == State::Inside::Nothing && sign == '[') {
      s.inside = State::Inside::Records;
      s.wrapped = false;
      ++s.position;
      continue;
    }
    if (s.inside == State::Inside::Records && sign == ']') {
      s.inside = s.wrapped ? State::Inside::Wrapper : State::Inside::Nothing;
      ++s.position;
      continue;
    }
    std::size_t end = s.position;
    bool entered = false;
    if (s.inside == State::Inside::Wrapper) {
      JsonScan scan = s.tryWrapper(end, entered);
      while (scan == JsonScan::NeedMore && !s.atEnd && s.buffer.size() - s.position <= longestJson) {
        HELIOGRAPH_TRY(s.refill());
        end = s.position;
        scan = s.tryWrapper(end, entered);
      }
      s.inside = entered ? State::Inside::Records : State::Inside::Nothing;
      if (scan != JsonScan::Whole) return s.giveBroken();
      s.position = end;
      continue;
    }
    auto scan = s.scanRecord(end, entered);
    if (!scan) return fail(scan.error());
    if (*scan != JsonScan::Whole) return s.giveBroken();
    if (!entered) return s.give(end);
    s.inside = State::Inside::Records;
    s.wrapped = true;
    s.position = end;
  }
}

qint64 JsonRecords::bytesRead() const {
  return m_state->bytesRead();
}
qint64 JsonRecords::bytesTotal() const {
  return m_state->bytesTotal();
}

bool looksLikeJson(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return false;
  QByteArray beginning = file.read(512);
  int mark = 0;
  const auto encoding = csvEncoding({beginning.constData(), static_cast<std::size_t>(beginning.size())}, mark);
  beginning.remove(0, mark);
  if (encoding != QStringConverter::Utf8) {
    QStringDecoder decoder(encoding);
    const QString text = decoder.decode(beginning);
    beginning = text.toUtf8();
  }
  const QByteArray text = beginning.trimmed();
  if (text.startsWith('{')) return true;
  // A table may begin with a bracket; records in an array are objects.
  return text.startsWith('[') && (text.mid(1).trimmed().startsWith('{') || text.mid(1).trimmed().startsWith(']'));
}

}  // namespace heliograph::audience
