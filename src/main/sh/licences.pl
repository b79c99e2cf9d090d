#!/usr/bin/env perl
# Reads lines GROUP:ARTIFACT:CLASSIFIER:TYPE:VERSION, prints "LICENCE;GROUP:ARTIFACT VERSION" sorted: what each one's pom, or the nearest
# parent that says so, names. usage: licences.pl MAVEN-REPOSITORY <LIST
use strict;
use warnings;
my $repository = shift or die "usage: licences.pl MAVEN-REPOSITORY <LIST\n";
my %known;

sub field { my ($text, $name) = @_; return $text =~ m{<$name>\s*([^<]*?)\s*</$name>} ? $1 : "" }

sub licences {
    my ($group, $artifact, $version) = @_;
    my $key = "$group:$artifact:$version";
    return @{$known{$key}} if $known{$key};
    (my $folder = $group) =~ tr{.}{/};
    open(my $pom, "<", "$repository/$folder/$artifact/$version/$artifact-$version.pom") or return ();
    local $/;
    my $text = <$pom>;
    $text =~ s/<!--.*?-->//gs;
    my @names;
    if ($text =~ m{<licenses>(.*?)</licenses>}s) {
        @names = $1 =~ m{<name>\s*([^<]*?)\s*</name>}gs;
    } elsif ($text =~ m{<parent>(.*?)</parent>}s) {
        @names = licences(map { field($1, $_) } qw(groupId artifactId version));
    }
    $known{$key} = \@names;
    return @names;
}

# One word for what the poms call in many ways.
sub short {
    my ($name) = @_;
    return "Apache-2.0" if $name =~ /Apache/i;
    return "MIT-0" if $name =~ /MIT.?0|No Attribution/i;
    return "MIT" if $name =~ /\bMIT\b|Bouncy Castle/i;
    return "EPL-1.0" if $name =~ /(Eclipse Public License|EPL).*\b1\b/i;
    return "EPL-2.0" if $name =~ /Eclipse Public License|EPL/i;
    return "GPL-2+Classpath-exception" if $name =~ /(GPL|General Public).*(classpath|CPE|CE)/i;
    return "LGPL-2.1" if $name =~ /LGPL|Lesser/i;
    return "BSD-2-Clause" if $name =~ /BSD.?2|Simplified/i;
    return "BSD-3-Clause" if $name =~ /BSD|Eclipse Distribution|EDL/i;
    return "CC0-1.0" if $name =~ /Public Domain|CC0/i;
    return $name;
}

my @lines;
while (my $line = <STDIN>) {
    chomp $line;
    my ($group, $artifact, undef, undef, $version) = split /:/, $line;
    # its pom says BSD, which OpenCV was under until 4.5
    my @names = "$group:$artifact" eq "org.openpnp:opencv" ? ("Apache-2.0") : licences($group, $artifact, $version);
    @names or die "no licence is known of $group:$artifact:$version; its pom should be in $repository\n";
    my %words = map { short($_) => 1 } @names;
    push @lines, join(" or ", sort keys %words) . ";$group:$artifact $version\n";
}
print sort @lines;
