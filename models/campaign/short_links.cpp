// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/short_links.h"

#include <QUrl>
#include <algorithm>

#include "campaign/link_checks.h"
#include "liquid/shape.h"
#include "message/link_finder.h"
#include "message/text_finishing.h"
#include "providers/shortener_repository.h"
#include "storage/statement.h"

namespace heliograph::campaign {
namespace {

using providers::Shortener;

// A domain that can't be anybody's (RFC 2606).
const QString kPlaceholderStart = QStringLiteral("s.example/");

/// The link as it is sent when it isn't shortened: with the parameters.
QString taggedLink(const message::TextFinisher& finisher, const QString& link, message::MessageRenderer& renderer) {
  static const liquid::Shape nobody({});
  const auto finished = finisher.links({&nobody, nullptr}, renderer, link.toStdString());
  return finished.empty() ? link : finished.front().finished;
}

Error refusedShortLink(const Shortener& by, const QString& why) {
  return Error{
      ErrorCode::Refused,
      QStringLiteral("“%1” answered with something that can't be sent as a short link: %2 Look at its settings "
                     "under Link shorteners.")
          .arg(by.name, why),
      {}};
}

}  // namespace

Result<std::vector<ShortLink>> linksToShorten(const Campaign& campaign, const Clock& clock) {
  std::vector<ShortLink> links;
  const message::LinkRules& rules = campaign.textRules.links;
  if (rules.shortened.isEmpty()) return links;
  message::TextRules tagging;
  tagging.links.tagging = rules.tagging;
  const auto finisher = message::TextFinisher::compile(tagging, campaign.snippets);
  if (!finisher) return fail(finisher.error());
  message::MessageRenderer renderer(clock.now(), campaign.name, campaign.id.value);
  for (const QString& link : plainLinks(campaign)) {
    if (!rules.shortened.contains(link)) continue;
    const QUrl target = message::addressOfLink(taggedLink(*finisher, link, renderer));
    links.push_back({link, QString::fromLatin1(target.toEncoded()), {}});
  }
  return links;
}

QString shortLinkPlaceholder(int length) {
  const QString whole = QStringLiteral("https://") + kPlaceholderStart;
  const QString start = length > whole.size() ? whole : kPlaceholderStart;
  return start.leftJustified(std::max<qsizetype>(length, start.size() + 1), QLatin1Char('x'));
}

bool isShortLinkPlaceholder(const QString& link) {
  return link.startsWith(kPlaceholderStart) || link.startsWith(QStringLiteral("https://") + kPlaceholderStart);
}

Result<> checkShortLink(const QString& link, const Shortener& by) {
  const std::string text = link.toStdString();
  const auto spans = message::findLinks(text);
  const bool isAscii = std::all_of(link.begin(), link.end(), [](QChar c) { return c > u' ' && c < u'\x7F'; });
  const QUrl url = message::addressOfLink(link);
  const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
  if (!isAscii || !isWeb || !url.userInfo().isEmpty() ||
      spans != std::vector<message::LinkSpan>{message::LinkSpan{0, text.size()}}) {
    return fail(refusedShortLink(by, QStringLiteral("phones would make no link of it.")));
  }
  if (link.size() > Shortener::longestLink) {
    return fail(refusedShortLink(by, QStringLiteral("it has %1 characters.").arg(link.size())));
  }
  const QString domain = by.domain();
  if (domain.isEmpty() || url.host().toLower() == domain) return {};
  return fail(refusedShortLink(by, QStringLiteral("it lies at %1, not at %2.").arg(url.host().left(80), domain)));
}

Result<std::vector<ShortLink>> ShortLinkRepository::of(const Campaign& campaign, const Shortener& by) const {
  auto links = linksToShorten(campaign, m_clock);
  if (!links) return links;
  storage::Statement find(m_database,
                          QStringLiteral("SELECT link FROM short_link WHERE campaign_id = ? AND shortener_id = ? AND "
                                         "made_with = ? AND target = ?"));
  for (ShortLink& link : *links) {
    find.reset();
    const auto row = find.bind(campaign.id).bind(by.id).bind(by.fingerprint()).bind(link.target).next();
    if (!row) return fail(row.error());
    if (*row) link.made = find.text(0);
  }
  return links;
}

Result<> ShortLinkRepository::keep(CampaignId campaign, const Shortener& by, const ShortLink& link) const {
  storage::Statement insert(m_database,
                            QStringLiteral("INSERT OR IGNORE INTO short_link (campaign_id, shortener_id, made_with, "
                                           "target, link, made_at) VALUES (?, ?, ?, ?, ?, ?)"));
  insert.bind(campaign).bind(by.id).bind(by.fingerprint()).bind(link.target).bind(link.made);
  return insert.bind(m_clock.now()).run();
}

Result<Campaign> withShortLinks(const storage::Database& database, const Clock& clock, Campaign draft) {
  message::LinkRules& rules = draft.textRules.links;
  rules.shortLinks.clear();
  if (rules.shortened.isEmpty() || rules.shortener.isEmpty()) return draft;
  const auto by = providers::ShortenerRepository(database, clock).byName(rules.shortener);
  if (!by && by.error().code == ErrorCode::NotFound) return draft;
  if (!by) return fail(by.error());
  const auto links = ShortLinkRepository(database, clock).of(draft, *by);
  // The checks say what is wrong with the parameters.
  if (!links && links.error().code == ErrorCode::InvalidInput) return draft;
  if (!links) return fail(links.error());
  for (const ShortLink& link : *links) {
    rules.shortLinks[link.written] = link.made.isEmpty() ? shortLinkPlaceholder(by->shortLength) : link.made;
  }
  return draft;
}

Result<Campaign> withMadeShortLinks(const storage::Database& database, const Clock& clock, Campaign draft) {
  auto whole = withShortLinks(database, clock, std::move(draft));
  if (!whole) return whole;
  const message::LinkRules& rules = whole->textRules.links;
  const auto links = linksToShorten(*whole, clock);
  if (!links) return fail(links.error());
  for (const ShortLink& link : *links) {
    const auto made = rules.shortLinks.find(link.written);
    if (made != rules.shortLinks.end() && !isShortLinkPlaceholder(made->second)) continue;
    return fail(
        ErrorCode::Conflict,
        QStringLiteral("A link that is to be shortened has no short link yet. Publish again; it is made then."));
  }
  return whole;
}

}  // namespace heliograph::campaign
