// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/audience_segment.h"

#include <QCoreApplication>

namespace heliograph::ui {

Result<audience::Segment> segmentOf(const campaign::Audience& audience, const audience::SegmentRepository& segments) {
  using Kind = campaign::Audience::Kind;
  switch (audience.kind) {
    case Kind::Everybody:
      return audience::Segment::everybody();
    case Kind::Rules:
      return audience.segment;
    case Kind::Saved: {
      auto saved = segments.byId(audience.segmentId);
      if (!saved) return fail(saved.error());
      return saved->segment;
    }
    case Kind::Live:
      return fail(ErrorCode::Unsupported,
                  QCoreApplication::translate("heliograph::ui", "Who acts isn't known beforehand."));
    case Kind::None:
      break;
  }
  return fail(ErrorCode::InvalidInput,
              QCoreApplication::translate("heliograph::ui", "Nobody is chosen yet. Choose a segment or add a rule."));
}

}  // namespace heliograph::ui
