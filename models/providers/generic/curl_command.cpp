// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/generic/curl_command.h"

#include <QJsonDocument>
#include <QSet>
#include <QUrl>
#include <algorithm>

namespace heliograph::providers {
namespace {

/// Options that take a value and make no difference to the request here.
const QSet<QString>& passedOverWithValue() {
  static const QSet<QString> names{
      QStringLiteral("output"),      QStringLiteral("max-time"),    QStringLiteral("connect-timeout"),
      QStringLiteral("retry"),       QStringLiteral("retry-delay"), QStringLiteral("retry-max-time"),
      QStringLiteral("write-out"),   QStringLiteral("proxy"),       QStringLiteral("proxy-user"),
      QStringLiteral("cacert"),      QStringLiteral("capath"),      QStringLiteral("cert"),
      QStringLiteral("key"),         QStringLiteral("resolve"),     QStringLiteral("interface"),
      QStringLiteral("limit-rate"),  QStringLiteral("dump-header"), QStringLiteral("cookie-jar"),
      QStringLiteral("cookie"),      QStringLiteral("referer"),     QStringLiteral("config"),
      QStringLiteral("max-redirs"),  QStringLiteral("range"),       QStringLiteral("tls-max"),
      QStringLiteral("ciphers"),     QStringLiteral("dns-servers"), QStringLiteral("trace"),
      QStringLiteral("trace-ascii"), QStringLiteral("stderr"),      QStringLiteral("unix-socket")};
  return names;
}

QString longName(QChar letter) {
  static const QHash<QChar, QString> names{
      {u'X', QStringLiteral("request")},    {u'H', QStringLiteral("header")},    {u'd', QStringLiteral("data")},
      {u'F', QStringLiteral("form")},       {u'u', QStringLiteral("user")},      {u'G', QStringLiteral("get")},
      {u'A', QStringLiteral("user-agent")}, {u'I', QStringLiteral("head")},      {u'o', QStringLiteral("output")},
      {u'm', QStringLiteral("max-time")},   {u'w', QStringLiteral("write-out")}, {u'x', QStringLiteral("proxy")},
      {u'U', QStringLiteral("proxy-user")}, {u'E', QStringLiteral("cert")},      {u'b', QStringLiteral("cookie")},
      {u'c', QStringLiteral("cookie-jar")}, {u'e', QStringLiteral("referer")},   {u'D', QStringLiteral("dump-header")},
      {u'K', QStringLiteral("config")},     {u'r', QStringLiteral("range")},     {u'k', QStringLiteral("insecure")},
      {u'T', QStringLiteral("upload-file")}};
  return names.value(letter);
}

bool takesValue(const QString& name) {
  static const QSet<QString> names{
      QStringLiteral("request"),    QStringLiteral("header"),    QStringLiteral("data"),
      QStringLiteral("data-ascii"), QStringLiteral("data-raw"),  QStringLiteral("data-binary"),
      QStringLiteral("json"),       QStringLiteral("form"),      QStringLiteral("form-string"),
      QStringLiteral("user"),       QStringLiteral("url"),       QStringLiteral("data-urlencode"),
      QStringLiteral("user-agent"), QStringLiteral("url-query"), QStringLiteral("oauth2-bearer"),
      QStringLiteral("upload-file")};
  return names.contains(name) || passedOverWithValue().contains(name);
}

Error readsFile() {
  return Error{ErrorCode::Unsupported,
               QStringLiteral("The command sends a file (“@…”). Paste it with the file's contents instead."),
               {}};
}

/// Takes one option after the other.
class CurlReader {
 public:
  Result<CurlCommand> read(QStringList words) {
    if (!words.isEmpty() && (words.front() == u"$" || words.front() == u"%")) words.removeFirst();
    const QString program = words.isEmpty() ? QString() : words.takeFirst();
    if (program != u"curl" && program != u"curl.exe" && !program.endsWith(QStringLiteral("/curl"))) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("This is no curl command: it doesn't begin with “curl”. Paste the example from your "
                                 "provider's documentation."));
    }
    m_words = std::move(words);
    while (!m_words.isEmpty()) HELIOGRAPH_TRY(take(m_words.takeFirst()));
    return finished();
  }

 private:
  Result<> take(const QString& word) {
    if (word == u"--next") {
      m_words.clear();
      m_command.notes << QStringLiteral("Only the first of several requests was taken.");
      return {};
    }
    if (word.startsWith(QStringLiteral("--"))) {
      // "--header=…" isn't curl's way, but is written.
      const qsizetype equals = word.indexOf(u'=');
      const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
      if (equals > 0 && takesValue(name)) return option(name, word.mid(equals + 1));
      return takesValue(name) ? option(name, value()) : flag(name);
    }
    if (word.size() > 1 && word.startsWith(u'-')) return letters(word.mid(1));
    if (m_command.url.isEmpty()) m_command.url = word;
    return {};
  }

  /// "-sSL", "-XPOST", "-H" "…".
  Result<> letters(const QString& cluster) {
    for (qsizetype at = 0; at < cluster.size(); ++at) {
      const QString name = longName(cluster.at(at));
      if (!takesValue(name)) {
        HELIOGRAPH_TRY(flag(name));
        continue;
      }
      const QString rest = cluster.mid(at + 1);
      return option(name, rest.isEmpty() ? value() : rest);
    }
    return {};
  }

  QString value() { return m_words.isEmpty() ? QString() : m_words.takeFirst(); }

  Result<> flag(const QString& name) {
    if (name == u"get") m_command.dataInQuery = true;
    if (name == u"head") m_command.method = QStringLiteral("HEAD");
    if (name == u"insecure") {
      m_command.notes << QStringLiteral("“-k” was left out: certificates are always checked here.");
    }
    return {};
  }

  Result<> option(const QString& name, const QString& given) {
    if (name == u"request") {
      m_command.method = given.toUpper();
    } else if (name == u"url") {
      m_command.url = given;
    } else if (name == u"header") {
      return header(given);
    } else if (name == u"user-agent") {
      m_command.headers.emplace_back(QStringLiteral("User-Agent"), given);
    } else if (name == u"oauth2-bearer") {
      m_command.headers.emplace_back(QStringLiteral("Authorization"), QStringLiteral("Bearer ") + given);
    } else if (name == u"user") {
      m_command.user = given.section(u':', 0, 0);
      m_command.password = given.section(u':', 1);
    } else if (name == u"url-query") {
      m_query << encoded(given.startsWith(u'+') ? given.mid(1) : given);
    } else if (name == u"upload-file") {
      return fail(readsFile());
    } else if (name.startsWith(QStringLiteral("form"))) {
      return form(name, given);
    } else if (name == u"json" || name.startsWith(QStringLiteral("data"))) {
      return data(name, given);
    } else if (name == u"cookie") {
      m_command.notes << QStringLiteral("The cookie was left out.");
    }
    return {};
  }

  Result<> header(const QString& line) {
    if (line.startsWith(u'@')) return fail(readsFile());
    const qsizetype colon = line.indexOf(u':');
    const QString name = (colon < 0 ? line : line.left(colon)).trimmed();
    if (colon < 0 || name.isEmpty()) return {};
    static const QSet<QString> ours{QStringLiteral("host"),       QStringLiteral("content-length"),
                                    QStringLiteral("connection"), QStringLiteral("accept-encoding"),
                                    QStringLiteral("expect"),     QStringLiteral("cookie")};
    if (!ours.contains(name.toLower())) m_command.headers.emplace_back(name, line.mid(colon + 1).trimmed());
    return {};
  }

  Result<> form(const QString& option, const QString& pair) {
    const qsizetype equals = pair.indexOf(u'=');
    if (equals <= 0) return {};
    const QString given = pair.mid(equals + 1);
    const bool file = given.startsWith(u'@') || given.startsWith(u'<');
    if (file && option != u"form-string") return fail(readsFile());
    m_command.form.emplace_back(pair.left(equals), given);
    return {};
  }

  Result<> data(const QString& name, const QString& given) {
    if (name == u"json") {
      if (given.startsWith(u'@')) return fail(readsFile());
      m_command.data += given;
      m_json = true;
      return {};
    }
    const bool encodes = name == u"data-urlencode";
    const qsizetype at = given.indexOf(u'@');
    const qsizetype equals = given.indexOf(u'=');
    const bool file = encodes ? at >= 0 && (equals < 0 || at < equals) : given.startsWith(u'@') && name != u"data-raw";
    if (file) return fail(readsFile());
    if (m_hasData) m_command.data += u'&';
    m_hasData = true;
    m_command.data += encodes ? encoded(given) : given;
    return {};
  }

  static QString encoded(const QString& pair) {
    const qsizetype equals = pair.indexOf(u'=');
    const QString name = equals > 0 ? pair.left(equals + 1) : QString();
    return name + QString::fromLatin1(QUrl::toPercentEncoding(pair.mid(equals + 1)));
  }

  Result<CurlCommand> finished() {
    if (m_command.url.isEmpty()) {
      return fail(ErrorCode::InvalidInput, QStringLiteral("The command has no address. Paste the whole command."));
    }
    if (!m_command.url.contains(QStringLiteral("://"))) m_command.url.prepend(QStringLiteral("https://"));
    for (const QString& more : m_query) addToQuery(more);
    if (m_json && m_command.header(QStringLiteral("Content-Type")).isEmpty()) {
      m_command.headers.emplace_back(QStringLiteral("Content-Type"), QStringLiteral("application/json"));
    }
    if (m_command.dataInQuery && !m_command.data.isEmpty()) {
      addToQuery(m_command.data);
      m_command.data.clear();
    }
    if (m_command.method.isEmpty()) {
      const bool sends = !m_command.data.isEmpty() || !m_command.form.empty();
      m_command.method = sends ? QStringLiteral("POST") : QStringLiteral("GET");
    }
    return std::move(m_command);
  }

  void addToQuery(const QString& more) {
    m_command.url += m_command.url.contains(u'?') ? u'&' : u'?';
    m_command.url += more;
  }

  CurlCommand m_command;
  QStringList m_words;
  QStringList m_query;
  bool m_json = false;
  bool m_hasData = false;
};

}  // namespace

QString CurlCommand::header(const QString& name) const {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const auto& one) { return one.first.compare(name, Qt::CaseInsensitive) == 0; });
  return found == headers.end() ? QString() : found->second;
}

Result<CurlCommand> parseCurl(const QString& text) {
  const auto words = shellWords(text.trimmed());
  if (!words) return fail(words.error());
  return CurlReader().read(*words);
}

}  // namespace heliograph::providers
